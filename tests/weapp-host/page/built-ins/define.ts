/** Every built-in component, defined to glass-easel. */
import type * as glassEasel from 'glass-easel';
import type { CodeSpace } from 'glass-easel-miniprogram-adapter';
import type { ComponentTemplate, Project } from '../project';
import { chooses, gathersChoice, gathersTicks, labels, switches, ticks } from './choosing';
import { attachControl, controlOf, type ComponentCaller, type Control } from './control';
import { gathersAnswers, submits } from './forms';
import { opens } from './open-type';
import { shows } from './pictures';
import { scrolls } from './scrolling';
import { speaks } from './spoken';
import { BUILT_IN_TAGS, type BuiltInTag } from './tags';
import { types } from './typing';

/** What a component does besides showing its children. */
const BEHAVIOUR: Readonly<Partial<Record<BuiltInTag, (control: Control) => void>>> = {
  input: types, textarea: types,
  switch: switches, checkbox: ticks, radio: chooses, 'checkbox-group': gathersTicks, 'radio-group': gathersChoice, label: labels,
  button: (control) => { submits(control); opens(control); }, form: gathersAnswers,
  image: shows, 'scroll-view': scrolls,
};

/** Used by the behaviours whether or not a template hands them over. */
const ALWAYS = ['value', 'checked', 'disabled', 'name', 'hidden'];

/** Components that draw themselves; the others show what is put in them. */
const EMPTY: ReadonlySet<string> = new Set(['input', 'textarea', 'image', 'switch', 'icon', 'progress', 'slider']);

/** Defines them all in the global space and answers them by tag. */
export function defineBuiltIns(space: CodeSpace, project: Project): ReadonlyMap<string, glassEasel.GeneralComponentDefinition> {
  return new Map(BUILT_IN_TAGS.map((tag) => [tag, define(tag, space, project)]));
}

function define(tag: BuiltInTag, space: CodeSpace, project: Project): glassEasel.GeneralComponentDefinition {
  const path = `wx/${tag}`;
  const names = [...new Set([...ALWAYS, ...(project.builtInProperties[tag] ?? [])])];
  const template = project.builtInTemplates[EMPTY.has(tag) ? 'empty' : 'slot'];
  space.addCompiledTemplate(path, { groupList: project.builtInTemplates, content: template } as unknown as ComponentTemplate);
  const definition = {
    options: { virtualHost: false },
    properties: Object.fromEntries(names.map((name) => [name, { type: null, value: null }])),
    observers: Object.fromEntries(names.map((name) => [name, function changed(this: ComponentCaller, value: unknown) { tell(this, name, value); }])),
    lifetimes: { attached(this: ComponentCaller) { attach(tag, this); } },
  };
  const registered = space.component(path).definition(definition).register() as unknown as { readonly _$: glassEasel.GeneralComponentDefinition };
  return registered._$;
}

const hears = new WeakMap<Control, (name: string, value: unknown) => void>();

function attach(tag: BuiltInTag, caller: ComponentCaller): void {
  const control = attachControl(tag, caller);
  hears.set(control, speaks(control));
  control.element.toggleAttribute('hidden', control.property('hidden') === true);
  BEHAVIOUR[tag]?.(control);
}

/** Before it is on a page a component has no control yet, and reads its properties when it gets one. */
function tell(caller: ComponentCaller, name: string, value: unknown): void {
  const control = controlOf(caller._$.getBackendElement() as unknown as Element | null);
  if (control === undefined) return;
  if (name === 'hidden') control.element.toggleAttribute('hidden', value === true);
  hears.get(control)?.(name, value);
  control.changed?.(name, value);
}
