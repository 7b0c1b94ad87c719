import type { LenderDefinition } from '../../../modules/lenders';

/** As named in the agreement's title and in its points on the site and on written demands (1, 8.1). */
export const mikroLeasing: LenderDefinition = {
  id: '0199f1c0-5a00-7000-8000-0000000000b1',
  code: 'mikro-leasing',
  name: 'Микро Лизинг',
  legalName: 'Иностранное общество с ограниченной ответственностью «Микро Лизинг»',
  country: 'BY',
  zone: 'Europe/Minsk',
  currency: 'BYN',
  hosts: ['mikro-leasing.localhost'],
  details: {
    site: 'https://mikro-leasing.by',
    email: 'dro@mikro-leasing.by',
    postalAddress: 'Республика Беларусь, 246050, г. Гомель, пр-т Ленина, 33',
  },
};
