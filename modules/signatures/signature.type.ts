import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar, Node, Scoped, toGlobalId } from '../../schema/base';
import { type SignerKind, signerKinds } from './signature.entity';
import type { SignatureRecord } from './signature.record';

export const SignerKindEnum = Object.fromEntries(signerKinds.map((kind) => [kind, kind])) as { [K in SignerKind]: K };

registerEnumType(SignerKindEnum, {
  name: 'SignerKind',
  description: 'On whose side somebody signed.',
  valuesConfig: {
    CLIENT: { description: 'The client (клиент).' },
    LENDER: { description: 'The lender (кредитор).' },
    OTHER_PARTY: { description: 'A guarantor, pledgor or another party (иная сторона).' },
  },
});

@Scoped('documents:read')
@ObjectType('Signature', { implements: Node, description: 'A signature under a document (подпись).' })
export class Signature extends Node {
  readonly __typename = 'Signature' as const;

  @Field(() => SignerKindEnum, { description: 'On whose side.' })
  signer!: SignerKind;

  @Field(() => String, { description: 'How it was given, e.g. `CONFIRMATION_CODE` (способ подписания).' })
  method!: string;

  @Field(() => String, { description: 'Identifier that stands on the signature page (идентификатор).' })
  identifier!: string;

  @Field(() => String, { description: 'Hexadecimal SHA-256 that was signed; equals the document’s.' })
  sha256!: string;

  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  signedAt!: Date;
}

export function toSignature(row: SignatureRecord): Signature {
  const { signerKind: signer, method, identifier, digest: sha256, signedAt } = row;
  return { __typename: 'Signature', id: toGlobalId('Signature', row.id), signer, method, identifier, sha256, signedAt };
}
