import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CursorConflict } from './cursor-store.ts';
import { fileCursorStore } from './file-cursor-store.ts';

const nothing = async () => {};
let directory: string;
let path: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lexgraph-cursor-'));
  path = join(directory, 'cursor');
});
afterEach(() => rmSync(directory, { recursive: true }));

it('a cursor is in the file once the work is done, and nothing else is left beside it', async () => {
  const store = fileCursorStore(path);
  expect(await store.load()).toBeNull();
  await store.advance({ from: null, to: 'AAA_-1' }, async () => expect(await store.load()).toBeNull());
  expect(await fileCursorStore(path).load()).toBe('AAA_-1');
  expect(readdirSync(directory)).toEqual(['cursor']);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('work that fails leaves the cursor where it was', async () => {
  const store = fileCursorStore(path);
  await store.advance({ from: null, to: 'A' }, nothing);
  await expect(store.advance({ from: 'A', to: 'B' }, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await store.load()).toBe('A');
});

it('a cursor that somebody else moved is not moved again, and the work is not begun', async () => {
  const store = fileCursorStore(path);
  await store.advance({ from: null, to: 'B' }, nothing);
  const work = jest.fn(nothing);
  await expect(store.advance({ from: 'A', to: 'C' }, work)).rejects.toThrow(CursorConflict);
  expect(work).not.toHaveBeenCalled();
  expect(readFileSync(path, 'utf8')).toBe('B\n');
});

it.each(['', '\n', 'two words', '{"cursor":"A"}'])('a file that holds %j instead of a cursor is told of, not begun anew', async (text) => {
  writeFileSync(path, text);
  await expect(fileCursorStore(path).load()).rejects.toThrow(`${path} holds no cursor`);
});
