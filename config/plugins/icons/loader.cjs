const fs = require('node:fs');
const path = require('node:path');
const { sheetOf } = require('./sheet.cjs');

/** A webpack loader: what it is given is only a place holder; what it returns is made from the folder beside it. */
module.exports = function icons() {
  const folder = path.join(path.dirname(this.resourcePath), 'icons');
  this.addContextDependency(folder);
  const drawings = fs.readdirSync(folder).filter((file) => file.endsWith('.svg')).sort().map((file) => ({
    name: path.basename(file, '.svg'),
    svg: fs.readFileSync(path.join(folder, file), 'utf8'),
  }));
  return sheetOf(drawings);
};
