import { z } from 'zod';
import { openingsOperations } from '#openings';
import { readAs, textOf } from '../form-fields.js';
import { withoutBlanks, type FormValues } from '../form.js';
import { offerKinds } from '../pool/offer-fields.js';

const asApi = readAs(withoutBlanks(openingsOperations.shareOpening.body), { workplaceId: 'text', tasks: 'text', places: 'number', hold: 'flag', ...offerKinds });

/**
 * The form of "Del en åbning" as the API takes it. Words of one's own win over the chip; "4+" takes the number beside
 * it; a field left blank is as the company's last opening was.
 */
export const shareForm = z.preprocess((values) => tidy(values as FormValues), asApi);

const tidy = (values: FormValues): FormValues => ({
  ...values,
  tasks: textOf(values, 'tasks').trim() || textOf(values, 'usualTasks'),
  places: textOf(values, 'places') === 'more' ? textOf(values, 'morePlaces') : textOf(values, 'places'),
});
