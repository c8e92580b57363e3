"""The network: BERT, one vector a text by learned attention, and the relevance of two texts.

Imported only by whoever has torch and transformers (extra ``neural``).

The score of a heading and a body is the cosine of their vectors and, beside it, for each token of
the heading its best cosine with a token of the body (late interaction: Khattab and Zaharia,
ColBERT, SIGIR 2020), weighed by what the heading is; a sigmoid makes it a probability where one
pair in two belongs together.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertConfig, BertModel

HEADING, BODY = 0, 1
_LATE_SIZE = 128
_FAINT = 0.1  # so that a layer begins as next to nothing and a stack of them as a bag of words


class Relevance(nn.Module):  # type: ignore[misc]
    """BERT and the heads over it; token 0 is padding."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        size = config.hidden_size
        self.bert = BertModel(config, add_pooling_layer=False)
        self.attention = nn.Linear(size, 2)
        self.late = nn.Linear(size, _LATE_SIZE, bias=False)
        self.late_attention = nn.Linear(size, 1)
        self.gate = nn.Linear(size, 3)

    def begin(self) -> "Relevance":
        """Random word vectors, and all else as if there were no layers."""
        with torch.no_grad():
            embeddings = self.bert.embeddings
            embeddings.position_embeddings.weight.zero_()
            embeddings.token_type_embeddings.weight.zero_()
            embeddings.word_embeddings.weight.normal_(0.0, 1.0)
            embeddings.word_embeddings.weight[0] = 0
            for layer in self.bert.encoder.layer:
                layer.attention.output.dense.weight.mul_(_FAINT)
                layer.output.dense.weight.mul_(_FAINT)
            for head in (self.attention, self.late_attention, self.gate):
                head.weight.zero_()
                head.bias.zero_()
            self.gate.bias.copy_(torch.tensor([8.0, 6.0, -6.0]))
        return self

    def hidden(self, ids: Tensor, kind: int, bag: bool = False) -> Tensor:
        """A vector a token: texts × tokens × size; ``kind`` is HEADING or BODY; ``bag``: no layers."""
        kinds = torch.full_like(ids, kind)
        if bag:
            words: Tensor = self.bert.embeddings(input_ids=ids, token_type_ids=kinds)
            return words.float()
        states: Tensor = self.bert(
            input_ids=ids, attention_mask=(ids != 0).long(), token_type_ids=kinds
        ).last_hidden_state
        return states.float()

    def pooled(self, states: Tensor, ids: Tensor, kind: int) -> Tensor:
        """A vector a text, by the attention of its kind."""
        shares = self.attention(states)[..., kind].masked_fill(ids == 0, -1e4).softmax(-1)
        return torch.einsum("bl,blh->bh", shares, states)

    def scores(self, heads: Tensor, head_ids: Tensor, bodies: Tensor, body_ids: Tensor) -> Tensor:
        """Scores, headings × bodies, from their tokens' vectors."""
        one = self.pooled(heads, head_ids, HEADING)
        other = self.pooled(bodies, body_ids, BODY)
        gate = self.gate(one)
        whole = functional.normalize(one, dim=-1) @ functional.normalize(other, dim=-1).T
        return (
            gate[:, :1] * whole + gate[:, 1:2] * self._late(heads, head_ids, bodies, body_ids) + gate[:, 2:]
        )

    def _late(self, heads: Tensor, head_ids: Tensor, bodies: Tensor, body_ids: Tensor) -> Tensor:
        """The mean of the best cosines of each heading's tokens with those of each body."""
        asked = functional.normalize(self.late(heads), dim=-1)
        told = functional.normalize(self.late(bodies), dim=-1)
        cosines = torch.einsum("nid,mjd->nimj", asked, told)
        best = cosines.masked_fill((body_ids == 0)[None, None], -1.0).amax(-1)
        shares = self.late_attention(heads)[..., 0].masked_fill(head_ids == 0, -1e4).softmax(-1)
        return torch.einsum("ni,nim->nm", shares, best)
