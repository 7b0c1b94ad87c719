import type { FormattedResult } from '../executor';

/** A result on its way to any number of readers, serialised once. */
export class LiveResult {
  private bytes: Buffer | null = null;
  private key: string | null = null;
  private form: Buffer | null = null;

  constructor(readonly value: FormattedResult) {}

  get json(): Buffer {
    this.bytes ??= Buffer.from(JSON.stringify(this.value));
    return this.bytes;
  }

  /** The form that a transport sends, made once for all readers in a row whose form has the same key. */
  as(key: string, make: (json: Buffer) => Buffer): Buffer {
    if (this.form === null || this.key !== key) {
      this.form = make(this.json);
      this.key = key;
    }
    return this.form;
  }
}
