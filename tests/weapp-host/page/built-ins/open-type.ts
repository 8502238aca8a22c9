import { noteAgreeTap } from '../agree-button';
import type { Control } from './control';

/** button: `open-type` asks WeChat for something. Only consent to the privacy guide is modelled (WX-02). */
export function opens(control: Control): void {
  control.component.addListener('tap', () => {
    const type = control.property('openType');
    if (typeof type !== 'string' || !type.split('|').includes('agreePrivacyAuthorization')) return;
    noteAgreeTap(control.component.id);
    control.fire('agreeprivacyauthorization', {});
  });
}
