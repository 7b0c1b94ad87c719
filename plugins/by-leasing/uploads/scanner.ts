import type { Readable } from 'node:stream';
import { type Adapter, definePort } from '../../../schema/base';

/** What a look for malware found; `signature` is the scanner's name of it. */
export type ScanVerdict = { readonly clean: true } | { readonly clean: false; readonly signature: string };

/** Looks for malware in uploaded files. Calls go out of transactions. */
export interface MalwareScanner {
  readonly name: string;
  /** Reads the content to its end. Throws where no usable answer came: the file is then as unchecked as before. */
  scan(content: Readable): Promise<ScanVerdict>;
}

export const malwareScannerPort = definePort<MalwareScanner>('by-leasing.malware-scanner');

// In two pieces, so that no scanner takes this file for the one that it must find.
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** The 68 bytes that every scanner agrees to find: harmless, made by the European Institute for Computer Antivirus Research. */
export const eicarTestFile = Buffer.from(EICAR, 'latin1');

/** Finds the EICAR test string anywhere in a file, and nothing else. */
export function simulatedScanner(): MalwareScanner {
  return {
    name: 'sandbox',
    async scan(content) {
      let rest: Buffer = Buffer.alloc(0);
      let found = false;
      for await (const chunk of content as AsyncIterable<Buffer>) {
        const seen = Buffer.concat([rest, chunk]);
        found ||= seen.includes(eicarTestFile);
        rest = seen.subarray(-eicarTestFile.length);
      }
      return found ? { clean: false, signature: 'Eicar-Test-Signature' } : { clean: true };
    },
  };
}

export const scannerSimulator: Adapter<MalwareScanner> = {
  port: malwareScannerPort,
  name: 'malware-scanner-simulator',
  simulated: true,
  create: simulatedScanner,
};
