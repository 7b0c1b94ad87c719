import type { LenderDefinition } from '../../../modules/lenders';

/** As named in the preamble and the block of details of the pledge agreement (6). */
export const zubrLeasing: LenderDefinition = {
  id: '0199f1c0-5a00-7000-8000-0000000000b2',
  code: 'zubr-leasing',
  name: 'Зубр Лизинг',
  legalName: 'Общество с ограниченной ответственностью «ЗУБР ЛИЗИНГ»',
  country: 'BY',
  zone: 'Europe/Minsk',
  currency: 'BYN',
  hosts: ['zubr-leasing.localhost'],
  details: {
    unp: '193498948',
    mfoRegister: '№ 185 от 14.11.2023',
    address: 'Республика Беларусь, 220035, г. Минск, ул. Тимирязева, д. 72, помещение 51-5',
    iban: 'BY77AEBK30120240598500000000',
    bank: 'ЗАО «Нео Банк Азия», г. Минск, ул. Веры Хоружей, 20-2',
    bic: 'AEBKVY2X',
    phone: '+375173364805',
    email: 'info@dzengo.by',
  },
};
