import { dist } from './build-under-test';
import { compilerDefects, configDefects, packageSizes, sizeDefects, sizeTable } from './gates';
import { readProject } from './host/project';

describe('the WeChat build', () => {
  it('fits: 2 MB a package for WeChat, 600 KB for our main package', () => {
    const sizes = packageSizes(readProject(dist));
    process.stderr.write(`\n${sizeTable(sizes)}\n`);
    expect(sizeDefects(sizes)).toEqual([]);
  });

  it('has every page that app.json lists, and settings that can be read', () => {
    expect(configDefects(readProject(dist))).toEqual([]);
  });

  it('is taken by WeChat\'s own compilers of templates and styles', () => {
    expect(compilerDefects(readProject(dist))).toEqual([]);
  });
});
