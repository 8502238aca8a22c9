import { createSealer, newSealKeys, SealBroken, sealKeysFrom } from '@platform/seal';

const env = newSealKeys();
const sealer = createSealer(sealKeysFrom(env));

describe('a sealed field (PRV-12)', () => {
  it('opens again, and twice the same text gives two seals', () => {
    const sealed = sealer.seal('610921195804120020 王秀兰');
    expect(sealer.open(sealed)).toBe('610921195804120020 王秀兰');
    expect(sealer.seal('1')).not.toBe(sealer.seal('1'));
    expect(sealed).not.toContain('610921');
  });

  it('does not open once any character of it was changed, or when it was cut', () => {
    const sealed = sealer.seal('13900000001');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
      // The last character of base64 can hold bits that mean nothing.
      if (Buffer.from(changed.slice(3), 'base64url').equals(Buffer.from(sealed.slice(3), 'base64url')) && changed.slice(0, 3) === sealed.slice(0, 3)) continue;
      expect(() => sealer.open(changed)).toThrow(SealBroken);
    }
    for (const cut of ['', 'k1.', sealed.slice(0, 20), sealed.slice(1), 'k2' + sealed.slice(2)]) expect(() => sealer.open(cut)).toThrow(SealBroken);
  });

  it('opens with its old key after the keys were changed, and new ones are sealed with the new key', () => {
    const old = sealer.seal('13900000001');
    const turned = createSealer(sealKeysFrom({ ...env, CUNLISHI_SEAL_KEY: `k2:${'ab'.repeat(32)},${env.CUNLISHI_SEAL_KEY}` }));
    expect(turned.open(old)).toBe('13900000001');
    expect(turned.seal('1')).toMatch(/^k2\./);
    expect(turned.key('phone', '1')).toBe(sealer.key('phone', '1'));
    expect(() => sealer.open(turned.seal('1'))).toThrow(SealBroken);
  });
});

describe('a look-up key', () => {
  it('is the same for the same values and no other, and not across purposes', () => {
    expect(sealer.key('weak', 'ab', 'c')).toBe(sealer.key('weak', 'ab', 'c'));
    expect(sealer.key('weak', 'ab', 'c')).not.toBe(sealer.key('weak', 'a', 'bc'));
    expect(sealer.key('weak', 'ab')).not.toBe(sealer.key('phone', 'ab'));
    expect(createSealer(sealKeysFrom(newSealKeys())).key('weak', 'ab', 'c')).not.toBe(sealer.key('weak', 'ab', 'c'));
  });
});

describe('a signature', () => {
  it('holds for its values until it ends', () => {
    const signature = sealer.sign('file', 100, 'a', 'b');
    expect(sealer.verify(signature, 99, 'file', 100, 'a', 'b')).toBe(true);
    expect(sealer.verify(signature, 100, 'file', 100, 'a', 'b')).toBe(false);
    expect(sealer.verify(signature, 99, 'file', 101, 'a', 'b')).toBe(false);
    expect(sealer.verify(signature, 99, 'upload', 100, 'a', 'b')).toBe(false);
    expect(sealer.verify(signature, 99, 'file', 100, 'ab')).toBe(false);
    expect(sealer.verify('', 99, 'file', 100, 'a', 'b')).toBe(false);
    expect(sealer.verify(signature.slice(0, -1) + '！', 99, 'file', 100, 'a', 'b')).toBe(false);
  });
});

describe('a start without keys', () => {
  it.each([[{}], [{ ...env, CUNLISHI_SEAL_KEY: '' }], [{ ...env, CUNLISHI_SEAL_KEY: 'k1:abcd' }], [{ ...env, CUNLISHI_LOOKUP_KEY: 'x'.repeat(64) }], [{ CUNLISHI_SEAL_KEY: env.CUNLISHI_SEAL_KEY }]])('is refused: %j', (bad) => {
    expect(() => sealKeysFrom(bad)).toThrow(/CUNLISHI_/);
  });
});
