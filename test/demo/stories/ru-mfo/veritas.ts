import { roubles } from '../../graph';
import type { Narrator } from '../../narrator';
import { expect } from '../../narrator';
import type { Sandbox } from '../../sandbox';
import { Scene } from '../../scene';
import { begin, decide, send, toAccount, toCard, type Wanted } from '../../steps/application';
import type { Borrower } from '../../steps/borrower';
import { ends, payOut, repay } from '../../steps/contract';
import { accept, readTerms } from '../../steps/offer';
import { nameOf, type Person, registerByForm } from '../../steps/registration';
import { checkPayee, review } from '../../steps/review';
import { by } from './clauses';
import { takeAdditionalSum } from './top-up-steps';
import { refuseTranches, takeTranche } from './tranche-steps';

const INSURED: Person = { age: 34, givenName: 'Страхуемый' };
const DRAWING: Person = { age: 41, givenName: 'Лимитный' };
const OLD: Person = { age: 66, givenName: 'Возрастной' };

/** Other terms with insurance and an additional sum; a credit line with tranches; a refusal by age. */
export async function veritas(sandbox: Sandbox, narrator: Narrator): Promise<void> {
  const scene = await Scene.open(sandbox, narrator, 'veritas');
  await scene.daylight();

  narrator.chapter('Веритас: other terms, insurance, an additional sum');
  const insured = await registerByForm(scene, INSURED, by('ru-mfo/veritas/2.1', 'ru-mfo/veritas/2.3/подтверждение', 'ru-mfo/veritas/3.1'));
  const loan = await applied(scene, insured, { amount: '15000.00', termDays: 30, own: { ...toCard, insuranceWanted: true } });
  await decide(scene, loan, 'APPROVED_OTHER_TERMS', { kind: 'APPROVED_OTHER_TERMS', amount: roubles('12000.00') });
  const terms = await readTerms(scene, insured, loan, by('ru-mfo/veritas/4.2/а', 'ru-mfo/veritas/4.2/б', 'ru-mfo/veritas/1.23'));
  expect(terms.insured, 'Terms with insurance are offered beside those without: it was wished.');
  const agreed = by('ru-mfo/veritas/4.2/в', 'ru-mfo/veritas/4.3', 'ru-mfo/veritas/4.4/а');
  const contractId = await accept(scene, insured, loan, terms.insured, 'WITH_INSURANCE', agreed);
  await checkPayee(scene, loan, nameOf(INSURED));
  await payOut(scene, insured, contractId, by('ru-mfo/veritas/4.6/а', 'ru-mfo/veritas/4.9', 'ru-mfo/veritas/1.19/а'));
  await scene.pass('P5D', 'Five days pass');
  await insured.comeBack();
  await takeAdditionalSum(scene, insured, contractId, '3000.00');
  await scene.pass('P10D', 'Ten more days pass');
  await insured.comeBack();
  await repay(scene, insured, contractId, by('ru-mfo/veritas/1.6', 'ru-mfo/veritas/1.22'));

  narrator.chapter('Веритас: a loan with a credit limit, drawn in tranches');
  const drawing = await registerByForm(scene, DRAWING);
  const own = { ...toAccount, creditLimit: roubles('30000.00') };
  const line = await applied(scene, drawing, { product: 'ru-mfo/credit-line', amount: '10000.00', termDays: 42, own });
  await decide(scene, line, 'APPROVED');
  const { plain } = await readTerms(scene, drawing, line, by('ru-mfo/veritas/4.1/а', 'ru-mfo/veritas/4.7/б'));
  const lineId = await accept(scene, drawing, line, plain, 'WITHOUT_INSURANCE', by('ru-mfo/veritas/4.1/д', 'ru-mfo/veritas/4.3'));
  await checkPayee(scene, line, nameOf(DRAWING));
  await payOut(scene, drawing, lineId, by('ru-mfo/veritas/4.9'));
  await scene.pass('P3D', 'Three days pass');
  await drawing.comeBack();
  await refuseTranches(scene, drawing, lineId);
  await takeTranche(scene, drawing, lineId, '8000.00');
  await scene.pass('P4D', 'Four more days pass');
  await drawing.comeBack();
  await repay(scene, drawing, lineId, by('ru-mfo/veritas/1.16', 'ru-mfo/veritas/1.6'), 'ACTIVE');
  await scene.pass('P36D', 'The last day of the line comes and goes');
  await drawing.comeBack();
  await ends(scene, drawing, lineId);

  narrator.chapter('Веритас: a refusal that says why');
  const old = await registerByForm(scene, OLD);
  const refused = await decide(scene, await applied(scene, old, { amount: '10000.00', termDays: 21, own: toCard }), 'REFUSED');
  expect(
    refused.findings.some(({ clauses }) => clauses.some(({ id }) => by('ru-mfo/veritas/2.3/а').includes(id))),
    'The refusal names the clause on age.',
  );
}

async function applied(scene: Scene, borrower: Borrower, wanted: Wanted): Promise<string> {
  const id = await begin(scene, borrower, wanted, by('ru-mfo/veritas/2.5', 'ru-mfo/veritas/2.6'));
  await send(scene, borrower, id, by('ru-mfo/veritas/3.5/б', 'ru-mfo/veritas/3.8'));
  await review(scene, id, { identificationMethods: ['DOCUMENT_PHOTOS'] }, by('ru-mfo/veritas/3.9.1', 'ru-mfo/veritas/3.12.1/б'));
  return id;
}
