// What is used of the library, which brings no types.
declare module 'smpp' {
  import { EventEmitter } from 'node:events';
  import type { Server as NetServer, Socket } from 'node:net';

  type Fields = Readonly<Record<string, unknown>>;

  export class PDU {
    constructor(command: string, fields?: Fields);
    readonly command: string;
    command_status: number;
    readonly sequence_number: number;
    readonly system_id?: string;
    readonly password?: string;
    readonly source_addr?: string;
    readonly destination_addr?: string;
    readonly esm_class?: number;
    readonly data_coding?: number;
    readonly registered_delivery?: number;
    readonly message_id?: string;
    readonly short_message?: { readonly udh?: readonly Buffer[]; readonly message: string | Buffer };
    readonly message_payload?: { readonly message: string | Buffer };
    readonly receipted_message_id?: string;
    readonly message_state?: number;
    isResponse(): boolean;
    response(fields?: Fields): PDU;
  }

  export class Session extends EventEmitter {
    constructor(options: { readonly socket: Socket });
    readonly socket: Socket;
    send(pdu: PDU, onResponse?: (pdu: PDU) => void): boolean;
    close(): void;
    destroy(): void;
  }

  export function createServer(options: { readonly key?: string; readonly cert?: string }, listener: (session: Session) => void): NetServer;

  export const errors: Readonly<Record<string, number>>;
}
