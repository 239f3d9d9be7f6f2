package dev.ilana.sql;

/** Something that has a value in a statement. */
public sealed interface Expression
        permits ColumnRef,
                Outer,
                Value,
                Constant,
                Aggregate,
                SubSelect,
                Raw,
                Call,
                Over,
                Arithmetic,
                DatePart,
                JsonAt,
                JsonLength,
                RowValue,
                Spelled,
                Excluded,
                AllColumns,
                RowAddress {}
