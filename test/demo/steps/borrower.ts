import type { Party } from '../graph';
import { expect } from '../narrator';
import type { Scene } from '../scene';
import { askCode } from './codes';

export interface Contacts {
  readonly phone: string;
  readonly email: string;
}

/** A person with an account, who may come back with a new session. */
export class Borrower {
  constructor(
    private readonly scene: Scene,
    readonly clientId: string,
    readonly contacts: Contacts,
    private token: string,
  ) {}

  get party(): Party {
    return this.scene.party(this.token);
  }

  get sessionToken(): string {
    return this.token;
  }

  /** Comes in by a code; the session of before may have run out. */
  async comeBack(): Promise<void> {
    const { phone } = this.contacts;
    const input = await askCode(this.scene, this.scene.visitor, { purpose: 'SIGN_IN', channel: 'SMS', phone }, phone);
    const { session } = await this.scene.visitor.act('signIn', input, 'session { accessToken clientId }');
    expect(session?.clientId === this.clientId, 'The code lets its own client in.');
    this.token = session.accessToken;
  }

  /** Comes in by phone and password. */
  async enter(password: string): Promise<void> {
    const { session } = await this.scene.visitor.act(
      'signInWithPassword',
      { login: this.contacts.phone, password },
      'session { accessToken clientId }',
    );
    expect(session?.clientId === this.clientId, 'The password chosen at the registration lets the client in.');
    this.token = session.accessToken;
  }

  /** Proves a contact by the code that is sent to it. */
  async confirm(contact: 'PHONE' | 'EMAIL'): Promise<void> {
    const [channel, to] = contact === 'PHONE' ? (['SMS', this.contacts.phone] as const) : (['EMAIL', this.contacts.email] as const);
    const code = await askCode(this.scene, this.party, { purpose: `CONFIRM_${contact}`, channel }, to);
    await this.party.act('confirmContact', { ...code, contact });
  }
}
