import { phoneText } from '#dictionary';

/** A number to press: shown as people read it, rung as it is stored. */
export const PhoneLink = ({ phone }: { readonly phone: string }) => (
  <a class="no-break" href={`tel:${phone}`}>
    {phoneText(phone)}
  </a>
);
