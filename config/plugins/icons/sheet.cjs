/** Drawn again with a thin line for the 44 px of empty and error pages, where 1.75 looks heavy. */
const THIN = ['alert', 'bell', 'clock', 'inbox', 'info', 'lock', 'offline', 'ok', 'people', 'search'];
/** Drawn again with a thick line for the 14 px inside a dot. */
const THICK = ['check'];

function dataUri(svg, stroke) {
  const thin = svg
    .replace(/stroke-width="1\.75"/, `stroke-width="${stroke}"`)
    .replace(/ width="24" height="24"/, '')
    .replace(/currentColor/g, '#000')
    .replace(/"/g, "'")
    .replace(/%/g, '%25').replace(/#/g, '%23').replace(/</g, '%3C').replace(/>/g, '%3E')
    .trim();
  return `url("data:image/svg+xml,${thin}")`;
}

/**
 * One CSS mask a drawing: WeChat has no inline SVG, and a mask takes the colour of the text beside it.
 * Only the prefixed property is written; every engine we support knows it, and both would double the sheet.
 */
function sheetOf(drawings) {
  const rule = (selector, svg, stroke) => `${selector}{-webkit-mask-image:${dataUri(svg, stroke)}}`;
  return drawings.flatMap(({ name, svg }) => [
    rule(`.icon--${name}`, svg, 1.75),
    ...(THIN.includes(name) ? [rule(`.icon--xl.icon--${name}`, svg, 1.25)] : []),
    ...(THICK.includes(name) ? [rule(`.icon--tick.icon--${name}`, svg, 2.6)] : []),
  ]).join('\n');
}

module.exports = { sheetOf, THIN, THICK };
