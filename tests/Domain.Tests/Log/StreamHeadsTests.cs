using System.Collections.Immutable;

namespace LmsWorkflow.Domain.Tests;

public sealed class StreamHeadsTests
{
    static readonly StreamHead One = new(StreamHead.KeyOf("case-1"), 7, MerkleHash.Leaf("a"u8));

    [Fact]
    public void A_stream_is_shown_to_end_where_it_ends()
    {
        var (path, root) = Map(One);

        StreamHeads.Holds(One.Key, [One], path, root).Should().BeTrue();
        StreamHeads.Holds(One.Key, [One with { Version = 6 }], path, root).Should().BeFalse();
        StreamHeads.Holds(One.Key, [One with { Leaf = MerkleHash.Empty }], path, root).Should().BeFalse();
        StreamHeads.Holds(One.Key, [], path, root).Should().BeFalse();
        StreamHeads.Holds(One.Key, [One], path, MerkleHash.Empty).Should().BeFalse();
        StreamHeads.Holds(One.Key, [One], path.RemoveAt(0), root).Should().BeFalse();
    }

    [Fact]
    public void A_stream_that_is_not_there_is_shown_not_to_be_there()
    {
        var (path, root) = Map(One);
        var neighbour = (byte[])[.. One.Key[..^1], (byte)(One.Key[^1] ^ 1)];

        StreamHeads.Holds(neighbour, [One], path, root).Should().BeTrue("the neighbour's bucket is this one, and the neighbour is not in it");
        StreamHeads.Holds(StreamHead.KeyOf("case-2"), [One], path, root).Should().BeFalse("a stream cannot be looked for in another's bucket");
    }

    [Fact]
    public void The_order_in_which_streams_are_told_says_nothing()
    {
        var two = One with { Key = [.. One.Key[..^1], (byte)(One.Key[^1] ^ 1)], Version = 2 };

        StreamHeads.Bucket([One, two]).Should().Equal(StreamHeads.Bucket([two, One])).And.NotEqual(StreamHeads.Bucket([One]));
    }

    static (ImmutableArray<byte[]> Path, byte[] Root) Map(StreamHead head)
    {
        var buckets = Enumerable.Repeat(StreamHeads.Bucket([]), StreamHeads.Buckets).ToArray();
        var index = StreamHeads.BucketOf(head.Key);
        buckets[index] = StreamHeads.Bucket([head]);
        var levels = StreamHeads.Levels(buckets);
        return ([.. levels[..^1].Select((level, height) => level[(index >> height) ^ 1])], levels[^1][0]);
    }
}
