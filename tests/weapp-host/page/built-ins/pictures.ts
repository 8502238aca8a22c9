import type { Control } from './control';

const SIZE: Readonly<Record<string, string>> = { aspectFit: 'contain', aspectFill: 'cover', scaleToFill: '100% 100%' };

/** image: drawn as a background; in a browser, files of the build and `data:` addresses show. */
export function shows(control: Control): void {
  function draw(): void {
    const source = control.property('src');
    const mode = control.property('mode');
    control.element.style.backgroundImage = typeof source === 'string' && source !== '' ? `url("${source}")` : '';
    control.element.style.backgroundSize = SIZE[String(mode)] ?? '100% 100%';
    control.element.style.backgroundPosition = 'center';
  }
  draw();
  control.changed = draw;
}
