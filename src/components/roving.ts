const STEP: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Arrow keys inside a group (H5): moves the focus to the next element of the same role, round the ends.
 * With `then`, the element it lands on is told so; a radio is chosen by moving to it.
 */
export function movesFocus(role: string, then?: (index: number) => void): (key: string, event: KeyboardEvent) => void {
  return (key, event) => {
    const step = STEP[key];
    const from = event.currentTarget;
    if (step === undefined || !(from instanceof HTMLElement)) return;
    const group = [...(from.parentElement?.querySelectorAll<HTMLElement>(`:scope > [role="${role}"]`) ?? [])];
    const index = (group.indexOf(from) + step + group.length) % group.length;
    event.preventDefault();
    group[index]?.focus();
    then?.(index);
  };
}
