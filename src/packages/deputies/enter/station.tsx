import { useState, type ReactNode } from 'react';
import { Field, Input } from '@/components/field';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { FormPage, type FormProps } from './form-page';

const FIELDS = [
  { key: 'name', label: '站名', needed: true },
  { key: 'address', label: '在哪里', needed: true },
  { key: 'hours', label: '什么时候开门', needed: true },
  { key: 'phone', label: '电话', needed: false },
  { key: 'duty', label: '谁值班', needed: false },
] as const;

/** A station: address, hours, phone and who is on duty (DEP-02). */
export function EnterStation({ town, onDone }: FormProps): ReactNode {
  const [values, setValues] = useState({ name: '', address: '', hours: '', phone: '', duty: '' });
  const save = useAct((requestId, { phone, duty, ...needed }: typeof values) => api.deputies.saveStation({ requestId, town, ...needed, ...(phone === '' ? {} : { phone }), ...(duty === '' ? {} : { duty }) }), { done: onDone, said: '存好了', quiet: true });
  const missing = FIELDS.find(({ key, needed }) => needed && values[key].trim() === '');
  return (
    <FormPage title="加一个联络站" act={save} reason={missing && `先填${missing.label}`} onSend={() => void save.run(values)} hint="大家都看得到">
      {FIELDS.map(({ key, label, needed }) => (
        <Field key={key} label={label} {...(needed ? {} : { optional: '可以不填' })}><Input label={label} value={values[key]} onInput={(text) => setValues({ ...values, [key]: text })} maxLength={key === 'phone' ? 20 : 60} /></Field>
      ))}
    </FormPage>
  );
}
