import { join } from 'node:path';
import { staleFiles } from '../../scripts/clauses/generate';
import { readRegisters } from '../../scripts/clauses/registers';

const root = join(__dirname, '../..');

describe('the clause registers', () => {
  const files = readRegisters(root);

  it('hold every numbered clause of the five documents', () => {
    expect(Object.fromEntries(files.map((file) => [`${file.plugin} ${file.document}`, file.clauses.length]))).toMatchObject({
      'by-leasing by-leasing': 215,
      'by-pledge by-pledge': 116,
      'ru-mfo kapital-nt': 196,
      'ru-mfo sotovy': 91,
      'ru-mfo veritas': 144,
    });
  });

  it('agree with the types generated from them', () => {
    expect(staleFiles(files, root)).toEqual([]);
  });
});
