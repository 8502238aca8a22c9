/** Which build the tests run: `dist/weapp`, or the one `WEAPP_DIST` names. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const dist = path.resolve(process.env['WEAPP_DIST'] ?? path.join(__dirname, '../../dist/weapp'));

export interface BuildCopy {
  readonly folder: string;
  read(file: string): string;
  write(file: string, text: string): void;
  remove(file: string): void;
  dispose(): void;
}

/** A copy that a test may spoil, to see that the spoiling is noticed. */
export function copyOfBuild(): BuildCopy {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'weapp-'));
  fs.cpSync(dist, folder, { recursive: true });
  const at = (file: string) => path.join(folder, file);
  return {
    folder,
    read: (file) => fs.readFileSync(at(file), 'utf8'),
    write: (file, text) => fs.writeFileSync(at(file), text),
    remove: (file) => fs.rmSync(at(file)),
    dispose: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}
