import { BROWSER_COOKIE } from '../../../../plugins/by-leasing/identification/callback-route';
import { walk } from '../../../../plugins/by-leasing/msi/test-support/walk';
import type { Party } from '../../graph';
import { expect } from '../../narrator';
import { messagesTo } from '../../sandbox-doors';
import type { Scene } from '../../scene';
import { askCode, codeSentTo } from '../../steps/codes';
import { freshContacts } from '../../steps/registration';
import { by } from './clauses';
import type { Person } from './people';

export const CODE_WORD = 'Журавль';

export type Way = 'PERSONAL_DATA' | 'CERTIFICATE';

/** Longer than the pause that is kept between two messages to one number. */
const PAUSE = 'PT61S';

/** Somebody with an account in the cabinet. */
export class CabinetClient {
  private token = '';

  private constructor(
    readonly scene: Scene,
    readonly person: Person,
    readonly phone: string,
    readonly clientId: string,
  ) {}

  /** Registers by the form of its kind: a password comes by message, and the account exists once it was entered. */
  static async register(scene: Scene, person: Person, clauses: readonly string[] = []): Promise<CabinetClient> {
    const { phone } = freshContacts('+37529');
    const { byLeasingTerms } = await scene.visitor.ask<{ byLeasingTerms: { version: string } }>('{ byLeasingTerms { version } }');
    const form = person.organisation
      ? { organisationName: person.organisation }
      : { surname: person.familyName, firstName: person.givenName, patronymic: person.patronymic };
    const clientId = await scene.narrator.step(
      `${person.role} registers: the mark under the agreement, the password of a message`,
      async () => {
        const agreed = { termsAccepted: true, termsVersion: byLeasingTerms.version, marketingConsent: false };
        const input = { kind: person.kind, ...form, ...(person.unp ? { unp: person.unp } : {}), phone, ...agreed };
        const { registrationId } = await scene.visitor.act('byLeasingStartRegistration', input, 'registrationId');
        const password = await codeSentTo(scene, phone, 0);
        const done = await scene.visitor.act('byLeasingConfirmRegistration', { registrationId, password }, 'clientId');
        return done.clientId as string;
      },
      () => `${person.kind}, ${phone}`,
      clauses,
    );
    return new CabinetClient(scene, person, phone, clientId);
  }

  get party(): Party {
    return this.scene.party(this.token);
  }

  /** The way that this client's documents are signed by. */
  get way(): Way {
    return this.person.kind === 'INDIVIDUAL' ? 'PERSONAL_DATA' : 'CERTIFICATE';
  }

  /** Comes in: individuals by phone and code, others by phone, УНП and the password of a message. Answers the next step. */
  async signIn(): Promise<string> {
    const { scene, phone, person } = this;
    await scene.wait(PAUSE);
    const seen = (await messagesTo(scene.sandbox, phone)).length;
    const { ceremonyId } = await scene.visitor.act('byLeasingRequestSignIn', { phone }, 'ceremonyId');
    const secret = await codeSentTo(scene, phone, seen);
    const input = { phone, ...(person.unp ? { unp: person.unp } : {}), ceremonyId, secret };
    const { session, nextStep } = await scene.visitor.act('byLeasingSignIn', input, 'session { accessToken } nextStep');
    expect(session, 'The code and the number let the client in.');
    this.token = session.accessToken;
    return nextStep;
  }

  /** Goes to МСИ as a browser does, confirms the data there and comes back. */
  async identify(way: Way = this.way): Promise<void> {
    const { person, scene } = this;
    const selection = 'redirectUrl browserKey identification { status }';
    const { redirectUrl, browserKey } = await this.party.act('byLeasingBeginIdentification', { way }, selection);
    const { familyName, givenName, patronymic, personalNumber, birthDate, address } = person;
    const typed = { familyName, givenName, patronymic, personalNumber, birthDate, address, citizenship: 'BY' };
    const paper = { documentNumber: 'HB1234567', documentIssuedOn: '2020-05-20' };
    const firm = way === 'CERTIFICATE' ? { unp: person.unp ?? '', organisation: person.organisation ?? 'ИП', position: 'Директор' } : {};
    const back = await walk(redirectUrl, { ...typed, ...paper, ...firm });
    const page = await fetch(new URL(`${back.pathname}${back.search}`, scene.sandbox.url), {
      headers: { cookie: `${BROWSER_COOKIE}=${browserKey}`, 'accept-language': 'en' },
    });
    expect(page.status === 200, `МСИ’s answer was taken: ${(await page.text()).replace(/<[^>]+>/g, ' ')}`);
  }

  /** A code for one of its things, read from the phone. */
  code(purpose: 'SIGN_DOCUMENT' | 'OPERATION', operationId: string) {
    return askCode(this.scene, this.party, { purpose, channel: 'SMS', operationId }, this.phone);
  }

  /** In the cabinet, identified, and with a code word where its way asks for one. */
  async open(): Promise<void> {
    const { narrator } = this.scene;
    await narrator.step(
      'comes in',
      () => this.signIn(),
      (next) => `next: ${next}`,
      signInClauses[this.person.kind],
    );
    if (this.person.kind === 'SOLE_PROPRIETOR')
      await narrator.step(
        'chooses the path of certificates',
        () => this.party.act('byLeasingChoosePath', { path: 'CERTIFICATE' }),
        undefined,
        by('by-leasing/5.6.2.3'),
      );
    await narrator.step(
      this.way === 'CERTIFICATE' ? 'is identified at МСИ by a certificate of ГосСУОК' : 'is identified at МСИ by personal data',
      () => this.identify(),
      undefined,
      by('by-leasing/5.1.1', 'by-leasing/4.5/msi-redirect', 'by-leasing/3.6'),
    );
    if (this.way === 'PERSONAL_DATA')
      await narrator.step(
        'chooses a code word, which a memory-hard digest of is kept',
        () => this.party.act('byLeasingCreateCodeWord', { codeWord: CODE_WORD }),
        undefined,
        by('by-leasing/3.5.1', 'by-leasing/1/code-word'),
      );
  }
}

const signInClauses = {
  INDIVIDUAL: by('by-leasing/5.9/b1'),
  SOLE_PROPRIETOR: by('by-leasing/5.9/b2'),
  LEGAL_ENTITY: by('by-leasing/5.9/b2'),
} as const;
