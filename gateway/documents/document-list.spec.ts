import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DocumentList, hashOf } from '.';

let directory: string;
let list: DocumentList | undefined;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lexgraph-documents-'));
});
afterEach(() => {
  list?.close();
  rmSync(directory, { recursive: true, force: true });
});

const write = (name: string, texts: readonly string[], prefix = '') => {
  const path = join(directory, name);
  writeFileSync(path, JSON.stringify(Object.fromEntries(texts.map((text) => [prefix + hashOf(text), text]))));
  return path;
};
const eventually = async (condition: () => boolean) => {
  for (let i = 0; i < 400 && !condition(); i++) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(condition()).toBe(true);
};

describe('a list of documents', () => {
  it('hashes a text as the appendix on persisted documents has it', () => {
    expect(hashOf('query ($id: ID!) {\n  user(id: $id) {\n    name\n  }\n}')).toBe(
      '7dba4bd717b41f10434822356a93c32b1fb4907b983e854300ad839f84cdcd6e',
    );
    expect(hashOf('query($id:ID!){user(id:$id){name}}')).toBe('71f7dc5758652baac68e4a10c50be732b741c892ade2883a99358f52b555286b');
  });

  it('is a file, or all files of a directory, with keys in either spelling', async () => {
    list = await DocumentList.open({ place: write('a.json', ['{ a }', '{ b }']) });
    expect([list.size, list.textOf(hashOf('{ b }')), list.textOf(hashOf('{ c }'))]).toEqual([2, '{ b }', null]);
    list.close();
    write('b.json', ['{ c }'], 'sha256:');
    writeFileSync(join(directory, 'README.md'), 'not a list');
    list = await DocumentList.open({ place: directory });
    expect([list.size, list.textOf(hashOf('{ a }')), list.textOf(hashOf('{ c }'))]).toEqual([3, '{ a }', '{ c }']);
  });

  it('is empty where none is named', async () => {
    expect((await DocumentList.open({ place: null })).size).toBe(0);
  });

  it('is read again when it changes, and stays as it was when the change is a mistake', async () => {
    const failures: string[] = [];
    const path = write('a.json', ['{ a }']);
    list = await DocumentList.open({ place: path, poll: 5, onFailure: (error) => failures.push((error as Error).message) });
    write('a.json', ['{ a }', '{ b }']);
    await eventually(() => list!.size === 2);
    writeFileSync(path, '{');
    await eventually(() => failures.length > 0);
    expect([failures[0], list.size]).toEqual([`${path} is not JSON.`, 2]);
    write('a.json', ['{ later }']);
    await eventually(() => list!.size === 1);
    expect(list.textOf(hashOf('{ later }'))).toBe('{ later }');
  });

  it.each<[string, unknown, RegExp]>([
    ['another hash', { [hashOf('{ a }')]: '{ b }' }, /the key "[0-9a-f]{64}" is not the SHA-256 of its document/],
    ['a hash of another kind', { '0cc175b9c0f1b6a831c399e269772661': '{ a }' }, /is not the SHA-256/],
    ['a text that is no document', { [hashOf('{ a')]: '{ a' }, /is not GraphQL: Syntax Error/],
    ['no text', { [hashOf('1')]: 1 }, /is not the SHA-256/],
    ['a list', ['{ a }'], /must be an object of documents/],
  ])('is refused with %s, by the name of its file', async (_what, content, message) => {
    const path = join(directory, 'list.json');
    writeFileSync(path, JSON.stringify(content));
    await expect(DocumentList.open({ place: path })).rejects.toThrow(message);
    await expect(DocumentList.open({ place: path })).rejects.toThrow(path);
  });

  it('is refused where there is nothing', async () => {
    await expect(DocumentList.open({ place: join(directory, 'nothing') })).rejects.toThrow(/there must be a file or a directory at/);
    mkdirSync(join(directory, 'empty'));
    expect((await DocumentList.open({ place: join(directory, 'empty') })).size).toBe(0);
  });
});
