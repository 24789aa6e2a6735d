import { Toast, type Ui } from './kit/index.js';
import { doneSentence } from './ui-of-request.js';

/** "It is done", once, after a form was taken (see `seeOther`). */
export const DoneToast = ({ ui }: { readonly ui: Ui }) => {
  const sentence = doneSentence(ui);
  return sentence ? <Toast ui={ui}>{sentence}</Toast> : null;
};
