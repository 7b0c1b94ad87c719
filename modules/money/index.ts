export { minorUnit } from './minor-unit';
export { add, allocate, amountText, compare, equals, type Money, money, roundedMoney, subtract, total, zero } from './money';
export { moneyErrors } from './money.errors';
export { moneyModule } from './money.module';
export { MoneyInput, MoneyType } from './money.type';
export { type MoneyRequirements, moneyFindings, moneyFromInput } from './money-input';
export { type RoundingMode, round } from './round';
