import { MovableClock } from '../../modules/calendar';
import { rememberTokens, type VerifiedToken } from '.';

function setUp(options: { seconds?: number; capacity?: number } = {}) {
  const clock = MovableClock.standingAt('2026-03-01T10:00:00Z');
  const asked: string[] = [];
  const refused = new Set<string>();
  const verifier = rememberTokens(
    {
      async verify(text) {
        asked.push(text);
        if (refused.has(text)) throw new Error('refused');
        return { subject: text, expiresAt: new Date('2026-03-01T10:01:00Z') } as VerifiedToken;
      },
    },
    clock,
    options,
  );
  return { clock, asked, refused, verifier };
}

describe('a verified token', () => {
  it('is believed for a while and then verified again', async () => {
    const { clock, asked, verifier } = setUp({ seconds: 30 });
    const first = await verifier.verify('a');
    clock.advance({ seconds: 29 });
    expect(await verifier.verify('a')).toBe(first);
    clock.advance({ seconds: 1 });
    await verifier.verify('a');
    expect(asked).toEqual(['a', 'a']);
  });

  it('is not believed after its end', async () => {
    const { clock, refused, verifier } = setUp({ seconds: 3600 });
    await verifier.verify('a');
    refused.add('a');
    clock.advance({ seconds: 60 });
    await expect(verifier.verify('a')).rejects.toThrow('refused');
  });

  it('answers for nobody else, however alike the tokens are', async () => {
    const { verifier } = setUp();
    expect((await verifier.verify('aa')).subject).toBe('aa');
    expect((await verifier.verify('ab')).subject).toBe('ab');
  });

  it('that was refused is asked about every time', async () => {
    const { asked, refused, verifier } = setUp();
    refused.add('a');
    await expect(verifier.verify('a')).rejects.toThrow('refused');
    await expect(verifier.verify('a')).rejects.toThrow('refused');
    refused.clear();
    expect((await verifier.verify('a')).subject).toBe('a');
    expect(asked).toHaveLength(3);
  });

  it('makes room for later ones', async () => {
    const { asked, verifier } = setUp({ capacity: 2 });
    for (const text of ['a', 'b', 'c', 'c', 'b', 'a']) await verifier.verify(text);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });
});
