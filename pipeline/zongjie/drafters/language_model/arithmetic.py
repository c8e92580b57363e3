"""Recomputes a formula of a model, by decimal arithmetic, and names the numbers that it rests on."""

import ast
import operator
import unicodedata
from collections.abc import Callable
from decimal import Decimal, InvalidOperation, localcontext

_OPERATIONS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
}  # fmt: skip
_LONGEST, _DIGITS = 60, 30


def computed(formula: str) -> tuple[Decimal, frozenset[Decimal]] | None:
    """The value and the numbers in it; None where it is no sum, difference, product or quotient.

    >>> computed("（107.3－100）÷100×100")[0]
    Decimal('7.300')
    >>> computed("2**9999") is None
    True
    """
    plain = unicodedata.normalize("NFKC", formula).replace("×", "*").replace("÷", "/").replace("－", "-")
    if len(plain) > _LONGEST:
        return None
    numbers: set[Decimal] = set()
    try:
        with localcontext() as context:
            context.prec = _DIGITS
            return _value(ast.parse(plain.strip(), mode="eval").body, numbers), frozenset(numbers)
    except (SyntaxError, ValueError, ArithmeticError, RecursionError, InvalidOperation):
        return None


def _value(node: ast.expr, numbers: set[Decimal]) -> Decimal:
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        number = Decimal(str(node.value))
        numbers.add(number)
        return number
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        return _OPERATIONS[type(node.op)](_value(node.left, numbers), _value(node.right, numbers))
    raise ValueError("no arithmetic")


def equals(result: str, value: Decimal) -> bool:
    """Whether ``result`` is ``value``, rounded as ``result`` is written.

    >>> equals("7.3", Decimal("7.3000")), equals("33.33", Decimal(100) / 3), equals("8", Decimal("7.3"))
    (True, True, False)
    """
    try:
        told = Decimal(unicodedata.normalize("NFKC", result).strip())
        return value.quantize(Decimal(1).scaleb(-_places(told))) == told
    except (InvalidOperation, ValueError):
        return False


def _places(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
