// Which column of a table nobody knows means what: guessed from the names, put right by its creator.
import { type ColumnField, type Columns } from '#shared/imports/columns.ts';
import { dateOrderOf, dateOrders, isOrderTold } from '#shared/imports/moments.ts';
import { countNames } from '#shared/imports/post.ts';
import { datesIn, type Table } from '#shared/imports/table.ts';
import { isPlatform, platforms } from '#shared/platforms.ts';
import { figuresPage } from '#shared/words/figures-page.ts';
import { platformName } from '#shared/words/platforms.ts';
import { Select } from './field.tsx';
import { useWords } from './words.tsx';

/** What a creator can say of a column; the app's own id is for known formats. */
const askedFields = ['date', 'caption', ...countNames, 'followers', 'link', 'kind'] as const;

export function FiguresColumns({
  table,
  onChange,
}: {
  table: Table;
  onChange(table: Table): void;
}) {
  const w = useWords(figuresPage);
  const choose = (field: ColumnField, at: number | null) => {
    const next = { ...table, columns: withColumn(table.columns, field, at) };
    // Other dates may be written in another order; for the same ones what was said holds.
    const isSame = next.columns.date === table.columns.date;
    onChange(isSame ? next : { ...next, order: dateOrderOf(datesIn(next)) });
  };
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="text-17 font-semibold">{w.columnsTitle}</legend>
      <p className="text-15 text-muted">{w.columnsNote}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          label={w.columnPlatform}
          value={table.platform}
          onChange={({ currentTarget: { value } }) => {
            if (isPlatform(value)) onChange({ ...table, platform: value });
          }}
        >
          {platforms.map((platform) => (
            <option key={platform} value={platform}>
              {platformName(platform)}
            </option>
          ))}
        </Select>
        {isOrderTold(datesIn(table)) && (
          <Select
            label={w.columnOrder}
            error={table.order === null ? w.columnOrderOpen : null}
            value={table.order ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...table, order: dateOrders.find((one) => one === value) ?? null })
            }
          >
            {table.order === null && <option value="">–</option>}
            {dateOrders.map((order) => (
              <option key={order} value={order}>
                {w[`order-${order}`]}
              </option>
            ))}
          </Select>
        )}
        {askedFields.map((field) => (
          <Column key={field} {...{ field, table }} onChoose={(at) => choose(field, at)} />
        ))}
      </div>
      {table.columns.date === undefined && <p className="text-15 font-medium">{w.columnsDate}</p>}
    </fieldset>
  );
}

interface ColumnProps {
  field: (typeof askedFields)[number];
  table: Table;
  onChoose(at: number | null): void;
}

function Column({ field, table, onChoose }: ColumnProps) {
  const w = useWords(figuresPage);
  const sample = table.lines[0]?.cells[table.columns[field] ?? -1];
  const isCount = (countNames as readonly string[]).includes(field);
  const label = isCount
    ? w[field as (typeof countNames)[number]]
    : w[`column-${field as 'date' | 'caption' | 'link' | 'kind' | 'followers'}`];
  return (
    <Select
      label={label}
      hint={sample ? <span className="line-clamp-1">{sample}</span> : undefined}
      value={table.columns[field] ?? ''}
      onChange={({ currentTarget: { value } }) => onChoose(value === '' ? null : Number(value))}
    >
      <option value="">{w.columnNone}</option>
      {table.header.map((name, at) => (
        // A column has no name of its own to go by: two may be called the same.
        // oxlint-disable-next-line react/no-array-index-key
        <option key={at} value={at}>
          {name || `${at + 1}`}
        </option>
      ))}
    </Select>
  );
}

/** A column means one thing: what it meant before is open again. */
function withColumn(columns: Columns, field: ColumnField, at: number | null): Columns {
  const others = Object.entries(columns).filter(([name, of]) => name !== field && of !== at);
  return { ...Object.fromEntries(others), ...(at !== null && { [field]: at }) };
}
