import { anonymous } from '../../modules/access';
import type { Command, CommandResult } from '../../modules/commands';
import { confirmRegistration, startRegistration } from '../../plugins/by-leasing/accounts/register.commands';
import { requestSignIn, signInToCabinet } from '../../plugins/by-leasing/accounts/sign-in.commands';
import { type Ask, eventually, type TestGateway, type Values } from './test-gateway';

export const LEASING_LENDER = 'mikro-leasing';

/** Somebody in a session of the cabinet. */
export interface CabinetClient {
  /** Global id of the client. */
  readonly id: string;
  readonly token: string;
  readonly ask: Ask;
}

/** People who register with a leasing lender of a whole gateway and come in to the cabinet, as far as МСИ. */
export class LeasingCabinet {
  private people = 0;

  constructor(private readonly gateway: TestGateway) {}

  async signedIn(kind: 'INDIVIDUAL' | 'LEGAL_ENTITY' = 'INDIVIDUAL'): Promise<CabinetClient> {
    const phone = `+37529${String(7_000_000 + ++this.people)}`;
    const company = { organisationName: 'ООО «Пример»', unp: '193498948' };
    const names = kind === 'INDIVIDUAL' ? { surname: 'Примеров', firstName: 'Проба', unp: null } : company;
    const form = { kind, phone, ...names, termsAccepted: true, termsVersion: '236/2026-05-12', marketing: false };
    const { registrationId } = await this.execute(startRegistration, form);
    await this.execute(confirmRegistration, { registrationId: registrationId!, password: await this.codeSentTo(phone) });
    // Another code is sent to a phone only after a while.
    this.gateway.clock.advance({ minutes: 2 });
    const known = (await this.gateway.messages(phone)).length;
    const { ceremonyId } = await this.execute(requestSignIn, { phone });
    const secret = await this.codeSentTo(phone, known);
    const { tokens } = await this.execute(signInToCabinet, { phone, unp: names.unp, ceremonyId: ceremonyId!, secret });
    const ask = this.gateway.as({ token: tokens!.accessToken, lender: LEASING_LENDER, locale: 'ru' });
    const { data } = await ask<Values>('{ viewer { client { id } } }');
    return { id: data.viewer.client.id, token: tokens!.accessToken, ask };
  }

  private async execute<Input, Result extends CommandResult>(command: Command<Input, Result>, input: Input): Promise<Result> {
    const lender = this.gateway.parts.lenders.byCode(LEASING_LENDER)!;
    const caller = anonymous(lender.id);
    const result = await this.gateway.parts.runner.execute(command, input, { caller, lender, locale: 'ru', requestId: 'test' });
    if (result.findings && result.findings.length > 0) throw new Error(JSON.stringify(result.findings));
    return result;
  }

  /** The last code that was sent to a phone, once there are more messages than were known. */
  private async codeSentTo(phone: string, known = 0): Promise<string> {
    const text = await eventually(async () => {
      const messages = await this.gateway.messages(phone);
      return messages.length > known && messages[0]!.text;
    });
    return /\d{4,}/.exec(text)![0];
  }
}
