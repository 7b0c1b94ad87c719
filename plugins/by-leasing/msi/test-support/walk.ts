/** Somebody at МСИ's page, as the sandbox's form takes it. */
export interface AtMsi {
  readonly act?: 'confirm' | 'unknown' | 'decline';
  readonly [field: string]: string | undefined;
}

/** A person whom МСИ knows. */
export const somebody = {
  personalNumber: '3110190A001PB2',
  familyName: 'Примеров',
  givenName: 'Проба',
  patronymic: 'Пробович',
  birthDate: '1990-01-11',
  citizenship: 'BY',
  documentNumber: 'HB1234567',
  documentIssuedOn: '2020-05-20',
  address: 'г. Гомель, ул. Примерная, д. 1',
} satisfies AtMsi;

/** The same as the director of a company. */
export const director = { ...somebody, unp: '193498948', organisation: 'Пример', position: 'Директор' } satisfies AtMsi;

/** Goes through МСИ's pages as a browser without scripts does; answers the address to which МСИ sends the browser back. */
export async function walk(url: string, { act = 'confirm', ...typed }: AtMsi, back = '/by-leasing/msi/callback'): Promise<URL> {
  const jar = new Map<string, string>();
  let at = new URL(url);
  let form: URLSearchParams | null = null;
  for (let step = 0; step < 10; step++) {
    const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
    const response = await fetch(at, { headers, redirect: 'manual', ...(form ? { method: 'POST', body: form } : {}) });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (value) jar.set(name!, value);
      else jar.delete(name!);
    }
    const location = response.headers.get('location');
    form = null;
    if (location) {
      at = new URL(location, at);
      if (at.pathname === back) return at;
    } else {
      const text = await response.text();
      if (response.status !== 200 || !text.includes('<form')) throw new Error(`МСИ answered ${response.status}: ${text}`);
      const given = Object.entries(typed).filter((pair): pair is [string, string] => pair[1] !== undefined);
      form = new URLSearchParams([...given, ['act', act]]);
    }
  }
  throw new Error('МСИ never sent the browser back.');
}
