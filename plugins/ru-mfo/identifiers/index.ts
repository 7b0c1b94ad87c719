export { balanceAccountOf, isAccountOfBank, isBankCode } from './bank-account';
export { insuranceNumber } from './insurance-number';
export { type Passport, type PassportFault, passportFaults } from './passport';
export { cardNumber } from './payment-card';
export { landlineNumber, mobileNumber, phoneNumber } from './phone';
export { isRegistrationNumber, isTaxpayerNumber } from './taxpayer-number';
