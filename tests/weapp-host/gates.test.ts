import fs from 'node:fs';
import path from 'node:path';
import { dist } from './build-under-test';
import { compilerDefects, configDefects, packageSizes, sizeDefects, sizeTable } from './gates';
import { readProject } from './host/project';
import { privacyCallsOf, privacyDefects } from './privacy-gate';
import { projectConfigDefects, unknownSettings, type ProjectConfig } from './settings-gate';
import { unknownTags } from './template-gate';

const ROOT = path.join(__dirname, '../..');
const config = JSON.parse(fs.readFileSync(path.join(ROOT, 'project.config.json'), 'utf8')) as ProjectConfig;

describe('the WeChat build', () => {
  const project = readProject(dist);

  it('fits: 2 MB a package for WeChat (WX-10), 600 KB for our main package, 256 KB for a sub-package', () => {
    const sizes = packageSizes(project);
    process.stderr.write(`\n${sizeTable(sizes)}\n`);
    expect(sizeDefects(sizes)).toEqual([]);
  });

  it('has every page that app.json lists, and settings that WeChat can read and knows', () => {
    expect([...configDefects(project), ...unknownSettings(project)]).toEqual([]);
  });

  it('is taken by WeChat\'s own compilers of templates and styles, and has no tag that is nothing', () => {
    expect([...compilerDefects(project), ...unknownTags(project)]).toEqual([]);
  });

  it('calls exactly the privacy calls that the guide and app.json name (WX-01, WX-11)', () => {
    process.stderr.write(`\nprivacy calls: ${privacyCallsOf(project).join(', ')}\n`);
    expect(privacyDefects(project)).toEqual([]);
  });
});

describe('project.config.json', () => {
  it('opens in DevTools at the root of the repository', () => {
    expect(projectConfigDefects(config)).toEqual([]);
  });

  it('leads to the build', () => {
    expect(fs.existsSync(path.join(ROOT, config.miniprogramRoot ?? '', 'app.json'))).toBe(true);
    expect(readProject(ROOT).root).toBe(path.join(ROOT, 'dist/weapp'));
  });
});
