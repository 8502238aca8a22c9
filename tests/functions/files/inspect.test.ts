import { inspectFile, type FileKind } from '@platform/inspect/inspect';
import { exifTiff, GPS_MARK, jpeg, m4a, mp3, png, webm, webp, xlsx, zip } from '../../fixtures/media';
import { orientationIn } from '@platform/inspect/orientation';

function kept(bytes: Uint8Array, kind: FileKind): Buffer {
  const seen = inspectFile(bytes, kind);
  if (!seen.ok) throw new Error(`refused as ${seen.found}`);
  return Buffer.from(seen.bytes);
}

describe('a kept photo holds no place', () => {
  it.each([
    ['a JPEG', jpeg(), 'image/jpeg'],
    ['a JPEG with something behind its end', jpeg({ tail: Buffer.from(`PK\x03\x04${GPS_MARK}`) }), 'image/jpeg'],
    ['a PNG', png(), 'image/png'],
    ['a WebP', webp(), 'image/webp'],
  ])('%s', (_case, bytes, type) => {
    expect(bytes.includes(GPS_MARK)).toBe(true);
    const seen = inspectFile(bytes, 'IMAGE');
    expect(seen).toMatchObject({ ok: true, type });
    const text = kept(bytes, 'IMAGE').toString('latin1');
    for (const trace of [GPS_MARK, 'GPS', 'xmpmeta', 'script', 'Photoshop', 'PK\x03\x04']) expect(text).not.toContain(trace);
  });

  it.each([['II', 6], ['MM', 8], ['MM', 3]] as const)('but still says how the camera was held (%s, %i)', (order, orientation) => {
    const clean = kept(jpeg({ orientation, order }), 'IMAGE');
    const exif = clean.indexOf('Exif\0\0');
    expect(exif).toBe(6);
    expect(orientationIn(clean.subarray(exif + 6))).toBe(orientation);
    expect(clean.includes(GPS_MARK)).toBe(false);
    // The block grew by nothing but the one tag.
    expect(clean.length - kept(jpeg(), 'IMAGE').length).toBe(10 + 26);
  });

  it('keeps the picture itself byte for byte, its colours too', () => {
    const clean = kept(jpeg(), 'IMAGE');
    expect(clean.includes(Buffer.from([0x12, 0x34, 0xff, 0x00, 0x56, 0xff, 0xd0, 0x78, 0x9a, 0xff, 0xd9]))).toBe(true);
    expect(clean.includes('ICC_PROFILE')).toBe(true);
    expect(kept(clean, 'IMAGE')).toEqual(clean);
  });

  it('says in a WebP that it has no EXIF any more, or only how it was held', () => {
    expect(kept(webp(), 'IMAGE')[20]).toBe(0);
    const held = kept(webp({ orientation: 6 }), 'IMAGE');
    expect(held[20]).toBe(0x08);
    expect(orientationIn(held.subarray(held.indexOf('EXIF') + 8))).toBe(6);
    expect(held.readUInt32LE(4)).toBe(held.length - 8);
  });
});

describe('a kept voice note holds no place', () => {
  it.each([
    ['MP3', mp3({ seconds: 3 }), 'audio/mpeg', 3],
    ['M4A', m4a({ seconds: 5 }), 'audio/mp4', 5],
    ['WebM', webm({ seconds: 2 }), 'audio/webm', 2],
    ['WebM of one cluster', webm({ seconds: 11, within: 11 }), 'audio/webm', 11],
    ['WebM of several clusters', webm({ seconds: 45, within: 13 }), 'audio/webm', 45],
    ['WebM that ends in the middle of a block', webm({ seconds: 11, within: 11 }).subarray(0, -2), 'audio/webm', 0],
  ])('%s, and its length is known', (_case, bytes, type, seconds) => {
    const seen = inspectFile(bytes, 'AUDIO');
    expect(seen).toMatchObject({ ok: true, type });
    expect(seen.ok && Math.round(seen.seconds ?? 0)).toBe(seconds);
    expect(kept(bytes, 'AUDIO').includes(GPS_MARK)).toBe(false);
  });
});

describe('what is not what it should be', () => {
  const half = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length * 0.8));
  it.each<[string, FileKind, Buffer, string]>([
    ['a page of markup', 'IMAGE', Buffer.from('<!DOCTYPE html><script>1</script>'), 'HTML'],
    ['a drawing that can run scripts', 'IMAGE', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>'), 'HTML'],
    ['a GIF that is a program too', 'IMAGE', Buffer.from('GIF89a/*....*/=0;alert(1)//'), 'GIF'],
    ['a photo of an iPhone that nobody else can open', 'IMAGE', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'HEIC'],
    ['a PDF', 'IMAGE', Buffer.from('%PDF-1.7 ........'), 'PDF'],
    ['a voice note as a photo', 'IMAGE', mp3(), 'AUDIO'],
    ['a photo as a voice note', 'AUDIO', jpeg(), 'JPEG'],
    ['a film', 'AUDIO', m4a({ handler: 'vide' }), 'VIDEO'],
    ['a film of a browser', 'AUDIO', webm({ track: 1 }), 'VIDEO'],
    ['two letters', 'IMAGE', Buffer.from('hi'), 'EMPTY'],
    ['a JPEG cut off', 'IMAGE', half(jpeg()), 'BROKEN'],
    ['a PNG cut off', 'IMAGE', png().subarray(0, 100), 'BROKEN'],
    ['a WebP cut off', 'IMAGE', half(webp()), 'BROKEN'],
    ['an M4A cut off', 'AUDIO', half(m4a()), 'BROKEN'],
    ['a JPEG that claims to be a huge picture', 'IMAGE', jpeg({ width: 65_000, height: 65_000 }), 'BROKEN'],
    ['a PNG that claims to be a huge picture', 'IMAGE', png({ width: 30_000, height: 30_000 }), 'BROKEN'],
    ['a photo as a table', 'SHEET', png(), 'PNG'],
    ['an old workbook', 'SHEET', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0\0\0\0\0', 'latin1'), 'XLS'],
    ['a workbook with a password', 'SHEET', Buffer.concat([Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0', 'latin1'), Buffer.from('EncryptedPackage', 'utf16le')]), 'ENCRYPTED'],
    ['a web page of two bytes a letter', 'SHEET', Buffer.from('\ufeff <table>', 'utf16le'), 'HTML'],
    ['bytes that only begin like letters of two', 'SHEET', Buffer.from('\ufeff村\0户', 'utf16le'), 'UNKNOWN'],
    ['a zip that is no workbook', 'SHEET', zip([{ name: 'a.txt', content: Buffer.from('a') }]), 'ZIP'],
    ['a workbook with macros', 'SHEET', xlsx([{ name: 'xl/vbaProject.bin', content: Buffer.from('x') }]), 'MACRO'],
    ['a workbook that unpacks to the moon', 'SHEET', xlsx([{ name: 'xl/worksheets/sheet1.xml', content: Buffer.from('x'), claims: 4_000_000_000 }]), 'BOMB'],
    ['a table that is a web page', 'SHEET', Buffer.from('\ufeff  <table><tr><td>1</td></tr></table>'), 'HTML'],
    ['an empty table', 'SHEET', Buffer.alloc(0), 'EMPTY'],
  ])('is refused by name: %s', (_case, kind, bytes, found) => {
    expect(inspectFile(bytes, kind)).toEqual({ ok: false, found });
  });

  it('never breaks the one who looks: every beginning of every file answers', () => {
    for (const [bytes, kind] of [[jpeg({ orientation: 6 }), 'IMAGE'], [png(), 'IMAGE'], [webp({ orientation: 3 }), 'IMAGE'], [m4a(), 'AUDIO'], [webm(), 'AUDIO'], [mp3({ seconds: 1 }), 'AUDIO'], [xlsx(), 'SHEET']] as const) {
      for (let length = 0; length < Math.min(bytes.length, 900); length += 1) {
        expect(typeof inspectFile(bytes.subarray(0, length), kind).ok).toBe('boolean');
      }
    }
    expect(orientationIn(exifTiff(6).subarray(0, 12))).toBe(1);
  });
});

describe('a table', () => {
  it.each([['UTF-8 with its mark', Buffer.from('\ufeff姓名,电话\n王秀兰,13900000000\n')], ['GB18030', Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x31, 0x0a])], ['a workbook', xlsx()]])('is taken as it is: %s', (_case, bytes) => {
    expect(kept(bytes, 'SHEET')).toEqual(bytes);
  });
});
