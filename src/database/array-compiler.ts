// How statements are spelt for PostgreSQL: a list of values is one parameter, however long it is.
import {
  type BinaryOperationNode,
  type OperationNode,
  OperatorNode,
  PostgresQueryCompiler,
  PrimitiveValueListNode,
  ValueListNode,
  ValueNode,
} from 'kysely';

const AS_ARRAY: Record<string, string> = { in: ' = any(', 'not in': ' <> all(' };

export class ArrayCompiler extends PostgresQueryCompiler {
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const words = OperatorNode.is(node.operator) ? AS_ARRAY[node.operator.operator] : undefined;
    const values = words === undefined ? undefined : valuesOf(node.rightOperand);
    if (words === undefined || values === undefined) super.visitBinaryOperation(node);
    else {
      this.visitNode(node.leftOperand);
      this.append(words);
      this.appendValue(values);
      this.append(')');
    }
  }
}

/** The values of a list that holds nothing but values; undefined for anything else. */
function valuesOf(node: OperationNode): readonly unknown[] | undefined {
  if (PrimitiveValueListNode.is(node)) return node.values;
  if (!ValueListNode.is(node)) return undefined;
  const values = node.values.map((value) =>
    ValueNode.is(value) && value.immediate !== true ? value.value : undefined,
  );
  return values.includes(undefined) ? undefined : values;
}
