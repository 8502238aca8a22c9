import { controlAround, controlOf, controlsInside, type Control } from './control';

/** switch: a tap turns it and says so. */
export function switches(control: Control): void {
  control.value = () => control.property('checked') === true;
  control.component.addListener('tap', () => {
    control.set('checked', control.property('checked') !== true);
    control.fire('change', { value: control.property('checked') });
  });
}

/** checkbox: its group tells which values are ticked. */
export function ticks(control: Control): void {
  control.component.addListener('tap', () => {
    control.set('checked', control.property('checked') !== true);
    const group = controlAround(control.element, 'checkbox-group');
    group?.fire('change', { value: group.value?.() });
  });
}

/** radio: choosing one lets go of the others of its group; choosing it again says nothing. */
export function chooses(control: Control): void {
  control.component.addListener('tap', () => {
    if (control.property('checked') === true) return;
    const group = controlAround(control.element, 'radio-group');
    for (const other of group ? controlsInside(group.element, 'radio') : []) other.set('checked', other === control);
    control.set('checked', true);
    group?.fire('change', { value: control.property('value') });
  });
}

/** checkbox-group */
export function gathersTicks(control: Control): void {
  control.value = () => controlsInside(control.element, 'checkbox').filter((box) => box.property('checked') === true).map((box) => box.property('value'));
}

/** radio-group */
export function gathersChoice(control: Control): void {
  control.value = () => controlsInside(control.element, 'radio').find((radio) => radio.property('checked') === true)?.property('value') ?? '';
}

/** label: a tap beside the control it is for reaches that control. */
export function labels(control: Control): void {
  control.component.addListener('tap', (event) => {
    const named = control.property('for');
    const wanted = typeof named === 'string' && named !== ''
      ? controlOf(document.getElementById(named))
      : controlsInside(control.element, 'radio', 'checkbox', 'switch')[0];
    const tapped = (event.target as { getBackendElement?: () => unknown }).getBackendElement?.() as Node | undefined;
    if (wanted === undefined || (tapped !== undefined && wanted.element.contains(tapped))) return;
    wanted.fire('tap', event.detail);
  });
}
