/** What an image shows. */
export const imageKinds = [
  'ID_DOCUMENT',
  'CARD_FACE',
  'SELFIE_WITH_ID',
  'PASSPORT_P2_P3',
  'SELFIE_WITH_PASSPORT',
  'SNILS',
  'DRIVING_LICENCE',
  'FOREIGN_PASSPORT',
  'INN',
] as const;
export type ImageKind = (typeof imageKinds)[number];

/** By which way it came. */
export const imageChannels = ['EMAIL', 'PERSONAL_ACCOUNT'] as const;
export type ImageChannel = (typeof imageChannels)[number];
