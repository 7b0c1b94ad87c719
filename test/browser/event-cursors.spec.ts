import { spawnSync } from 'node:child_process';
import { basename, join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { decodeCursor } from '../../modules/events';
import { startBrowser, type TestBrowser } from '../support/browser';
import { eventually, startTestGateway, type TestGateway, type Values } from '../support/test-gateway';

const PACKAGE = resolve(__dirname, '../../packages/events-client');
const TOGGLE = 'mutation ($i: SetPluginStateInput!) { setPluginState(input: $i) { findings { code } } }';

describe('the events client in a browser', () => {
  let gateway: TestGateway;
  let browser: TestBrowser;
  beforeAll(async () => {
    const { status, stderr } = spawnSync(process.execPath, ['build.cjs'], { cwd: PACKAGE, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    gateway = await startTestGateway();
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await gateway?.stop();
  });

  /** Something that officers hear of. */
  async function happens(): Promise<void> {
    const operator = gateway.as({ token: await gateway.token({ kind: 'OPERATOR' }) });
    for (const state of ['DRAINING', 'ENABLED']) {
      const { data } = await operator(TOGGLE, { i: { plugin: 'ru-mfo', state } });
      expect(data.setPluginState.findings).toEqual([]);
    }
    await gateway.sequenced();
  }

  /** Opens the page anew and subscribes; what is heard is on the window. */
  async function listen(page: Page, token: string): Promise<void> {
    await page.goto(`${gateway.url}/health`);
    await page.addScriptTag({ type: 'module', content: "import * as events from '/client/index.js'; window.events = events;" });
    await page.waitForFunction(() => (window as Values).events);
    await page.evaluate(
      ([url, bearer]) => {
        const { subscribe, indexedDbCursorStore } = (window as Values).events;
        const heard: string[] = [];
        const subscription = subscribe({
          url,
          token: () => bearer,
          query: 'subscription ($after: Cursor) { events(after: $after) { cursor } }',
          store: indexedDbCursorStore('page'),
          onEvent: ({ cursor }: Values) => void heard.push(cursor),
        });
        subscription.done.catch((error: Values) => {
          heard.push(error.code);
        });
        Object.assign(window, { heard, kept: () => indexedDbCursorStore('page').load() });
      },
      [`${gateway.url}/graphql/stream`, token] as const,
    );
    await eventually(() => gateway.parts.http.openStreams === 1);
  }

  const heard = (page: Page): Promise<string[]> => page.evaluate(() => (window as Values).heard);
  const kept = (page: Page): Promise<string> => page.evaluate(() => (window as Values).kept());
  const places = (cursors: readonly string[]) => cursors.map((cursor) => decodeCursor(cursor).pos);

  it('keeps its cursor in IndexedDB, goes on there after a reload, and moves it from where it stands only', async () => {
    const token = await gateway.token({ kind: 'OFFICER' });
    const { page, context, complaints } = await browser.person();
    await context.route('**/client/*', (route) =>
      route.fulfill({
        path: join(PACKAGE, 'dist', 'esm', basename(new URL(route.request().url()).pathname)),
        contentType: 'text/javascript',
      }),
    );
    await listen(page, token);
    await happens();
    await eventually(async () => (await heard(page)).length >= 2);
    const first = await heard(page);
    expect(await kept(page)).toBe(first.at(-1));

    await page.goto(`${gateway.url}/health`);
    await eventually(() => gateway.parts.http.openStreams === 0);
    await happens();
    await listen(page, token);
    await eventually(async () => (await heard(page)).length >= first.length);
    const second = await heard(page);
    expect(places([...first, ...second])).toEqual([...places([...first, ...second])].sort((a, b) => a - b));
    expect(places(second)[0]).toBe(places(first).at(-1)! + 1);

    const moved = await page.evaluate(() => {
      const store = (window as Values).events.indexedDbCursorStore('page');
      return store
        .advance({ from: 'where it no longer stands', to: 'x' }, async () => {})
        .then(
          () => 'moved',
          ({ code }: Values) => code,
        );
    });
    expect(moved).toBe('CURSOR_CONFLICT');
    expect(await kept(page)).toBe(second.at(-1));
    expect(complaints).toEqual([]);
  });
});
