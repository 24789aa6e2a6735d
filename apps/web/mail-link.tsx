interface Props {
  readonly email: string;
}

/** An address; where a phone is too narrow for it, it breaks after its @ and dots. */
export const MailAddress = ({ email }: Props) => (
  <>
    {email.split(/(?<=[@.])/).map((part, at) => (
      <>
        {at > 0 && <wbr />}
        {part}
      </>
    ))}
  </>
);

/** An address to write to. */
export const MailLink = ({ email }: Props) => (
  <a href={`mailto:${email}`}>
    <MailAddress email={email} />
  </a>
);
