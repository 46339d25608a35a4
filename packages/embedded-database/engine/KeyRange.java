/**
 * A part of an index: the keys from one end to the other, which have the same values in their first fields.
 *
 * @param from reaches less far than a key where its last value is an edge, as does `to`
 * @param fixedColumns how many fields have one value throughout
 */
record KeyRange(Object[] from, Object[] to, int fixedColumns) {}
