/** An address to write to; where a phone is too narrow for it, it breaks after its @ and dots. */
export const MailLink = ({ email }: { readonly email: string }) => (
  <a href={`mailto:${email}`}>
    {email.split(/(?<=[@.])/).map((part, at) => (
      <>
        {at > 0 && <wbr />}
        {part}
      </>
    ))}
  </a>
);
