import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../schema/base';
import { accountStates, registrationStages } from './registration-step';
import { educations, employments, maritalStatuses, relations, sexes } from './step-data';

export const SexEnum = enumOf(sexes);
registerEnumType(SexEnum, {
  name: 'RuMfoSex',
  description: 'Sex (пол).',
  valuesConfig: {
    FEMALE: { description: 'Female (женский).' },
    MALE: { description: 'Male (мужской).' },
  },
});

export const RelationEnum = enumOf(relations);
registerEnumType(RelationEnum, {
  name: 'RuMfoRelation',
  description: 'Who a contact person is to the client.',
  valuesConfig: {
    SPOUSE: { description: 'Husband or wife (супруг).' },
    PARENT: { description: 'Parent (родитель).' },
    CHILD: { description: 'Child (ребёнок).' },
    SIBLING: { description: 'Brother or sister (брат, сестра).' },
    RELATIVE: { description: 'Another relative (родственник).' },
    FRIEND: { description: 'Friend (друг).' },
    COLLEAGUE: { description: 'Colleague (коллега).' },
    OTHER: { description: 'Somebody else (иное).' },
  },
});

export const EmploymentEnum = enumOf(employments);
registerEnumType(EmploymentEnum, {
  name: 'RuMfoEmployment',
  description: 'Employment (занятость).',
  valuesConfig: {
    EMPLOYED: { description: 'Works for an employer (работает по найму).' },
    SELF_EMPLOYED: { description: 'Works on the own account (самозанятый, ИП).' },
    PENSIONER: { description: 'Pensioner (пенсионер).' },
    STUDENT: { description: 'Student (учащийся).' },
    UNEMPLOYED: { description: 'Does not work (не работает).' },
    OTHER: { description: 'Something else (иное).' },
  },
});

export const EducationEnum = enumOf(educations);
registerEnumType(EducationEnum, {
  name: 'RuMfoEducation',
  description: 'Education (образование).',
  valuesConfig: {
    BASIC: { description: 'Basic (основное общее).' },
    SECONDARY: { description: 'Secondary (среднее).' },
    VOCATIONAL: { description: 'Vocational (среднее профессиональное).' },
    INCOMPLETE_HIGHER: { description: 'Higher, not finished (неоконченное высшее).' },
    HIGHER: { description: 'Higher (высшее).' },
    DEGREE: { description: 'Academic degree (учёная степень).' },
  },
});

export const MaritalStatusEnum = enumOf(maritalStatuses);
registerEnumType(MaritalStatusEnum, {
  name: 'RuMfoMaritalStatus',
  description: 'Marital status (семейное положение).',
  valuesConfig: {
    SINGLE: { description: 'Never married (не состоит в браке).' },
    MARRIED: { description: 'Married (в браке).' },
    COHABITING: { description: 'Lives together unmarried (гражданский брак).' },
    DIVORCED: { description: 'Divorced (в разводе).' },
    WIDOWED: { description: 'Widowed (вдовство).' },
  },
});

export const RegistrationStageEnum = enumOf(registrationStages);
registerEnumType(RegistrationStageEnum, {
  name: 'RuMfoRegistrationStage',
  description: 'Where a registration in steps stands (этап регистрации).',
  valuesConfig: {
    CONTACT_INFO: { description: 'Contacts, check-boxes and the code (контактная информация).' },
    PASSPORT_DATA: { description: 'Passport and addresses (паспортные данные).' },
    ADDITIONAL_INFO: { description: 'Work, income, household (дополнительная информация).' },
    MONEY_RECEIPT: { description: 'Account or card (получение денег).' },
    IDENTIFICATION: { description: 'Photographs (идентификация).' },
    REGISTERED: { description: 'All is done (регистрация завершена).' },
  },
});

export const AccountStateEnum = enumOf(accountStates);
registerEnumType(AccountStateEnum, {
  name: 'RuMfoAccountState',
  description: 'Whether an account can be entered (учётная запись).',
  valuesConfig: {
    OPEN: { description: 'It can be entered.' },
    DELETED: { description: 'It was deleted at its owner’s request (удалена).' },
  },
});
