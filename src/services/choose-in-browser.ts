/** The browser's own file chooser. */
export interface ChosenFile {
  readonly name: string;
  /** A path that can be shown and uploaded. */
  readonly path: string;
}

/** As many as were chosen; none when the chooser was closed. `accept` as an input takes it: `.csv,.xlsx`, `image/*`. */
export function chooseInBrowser(most: number, accept: string, label: string): Promise<readonly ChosenFile[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = most > 1;
    input.accept = accept;
    input.setAttribute('aria-label', label);
    input.style.display = 'none';
    document.body.append(input);
    const done = (files: readonly File[]) => {
      input.remove();
      resolve(files.slice(0, most).map((file) => ({ name: file.name, path: URL.createObjectURL(file) })));
    };
    input.addEventListener('change', () => done([...(input.files ?? [])]));
    input.addEventListener('cancel', () => done([]));
    input.click();
  });
}
