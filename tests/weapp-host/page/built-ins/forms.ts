import { controlAround, controlsInside, type Control } from './control';

/** button: `form-type` hands the form over, or clears it. */
export function submits(control: Control): void {
  control.component.addListener('tap', () => {
    const form = controlAround(control.element, 'form');
    const type = control.property('formType');
    if (form === undefined) return;
    if (type === 'submit') form.fire('submit', { value: form.value?.() });
    if (type === 'reset') form.fire('reset', {});
  });
}

/** form: the named answers of what stands in it. */
export function gathersAnswers(control: Control): void {
  control.value = () => Object.fromEntries(
    controlsInside(control.element, 'input', 'textarea', 'switch', 'radio-group', 'checkbox-group', 'picker', 'slider')
      .filter((field) => typeof field.property('name') === 'string' && field.property('name') !== '')
      .map((field) => [field.property('name'), field.value ? field.value() : field.property('value')]),
  );
}
