import type { AgreementText } from '#agreements';
import type { PdfBlock } from '#platform';
import { DefinitionList, Table, type Ui } from '../kit/index.js';

/** An agreement in plain words on a page: the same blocks that make the paper. */
export const AgreementBlocks = ({ ui, text }: { readonly ui: Ui; readonly text: AgreementText }) => (
  <div class="agreement-text">
    {text.blocks.map((block, nth) => (
      <Block key={nth} ui={ui} block={block} title={text.title} />
    ))}
  </div>
);

const Block = ({ ui, block, title }: { readonly ui: Ui; readonly block: PdfBlock; readonly title: string }) => {
  switch (block.kind) {
    case 'heading':
      return <h2>{block.text}</h2>;
    case 'text':
      return <p class="kept-lines">{block.text}</p>;
    case 'note':
      return <p class="muted">{block.text}</p>;
    case 'facts':
      return <DefinitionList facts={block.facts.map(({ term, value }) => ({ term, value }))} />;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'table':
      return <Rows ui={ui} block={block} title={title} />;
    case 'signatures':
      return (
        <div class="signatures">
          {block.parties.map((party) => (
            <p key={party}>{party}</p>
          ))}
        </div>
      );
  }
};

const Rows = ({ ui, block, title }: { readonly ui: Ui; readonly block: Extract<PdfBlock, { kind: 'table' }>; readonly title: string }) => (
  <Table
    ui={ui}
    caption={title}
    columns={block.columns.map((label, nth) => ({ key: String(nth), label, head: nth === 0, cell: (row: readonly string[]) => <span class="kept-lines">{row[nth]}</span> }))}
    rows={block.rows}
    rowKey={(row) => row.join('|')}
  />
);
