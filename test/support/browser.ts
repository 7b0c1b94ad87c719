import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const { CHROMIUM } = require('./chromium.cjs') as { readonly CHROMIUM: string | null };

// Nothing but what the page asks for leaves the machine.
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium with an empty profile of its own. */
export interface TestBrowser {
  /** Another person at another machine: shares neither cookies nor storage with the others. */
  person(options?: BrowserContextOptions): Promise<Person>;
  close(): Promise<void>;
}

export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the pages complained of: errors of scripts, and what their content security policy forbade. */
  readonly complaints: readonly string[];
}

/** Starts the system's Chromium. @throws when there is none: tests that need one are a run of their own */
export async function startBrowser(): Promise<TestBrowser> {
  if (!CHROMIUM) throw new Error('There is no Chromium here.');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  return {
    async person(options) {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', ({ message }) => complaints.push(message));
      page.on('console', (message) => {
        // Browsers ask every server for an icon, by themselves.
        if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) complaints.push(message.text());
      });
      return { page, context, complaints };
    },
    close: () => browser.close(),
  };
}
