using System.Linq;
using Xunit;
using Xunit.Abstractions;

namespace MopsPS.Core.Tests.Hygiene;

public class MessTests(ITestOutputHelper output)
{
    [Fact]
    public void A_mess_gets_its_clean_values_back_or_is_told()
    {
        var counts = Mess.Run(100_000, seed: 20261125, culture: "en-US");
        foreach (var count in counts)
            output.WriteLine($"{count.Kind,-45} {count.Rows,6} {count.Claimed,6} {count.Right,6} {count.Declined,6} {count.Silent,6}  {string.Join(" | ", count.Wrong)}");
        Assert.True(counts.Count >= 61);
        var claimed = counts.Sum(count => count.Claimed);
        var right = counts.Sum(count => count.Right);
        output.WriteLine($"claimed {claimed}, right {right}: {100.0 * right / claimed:0.000} %; declined {counts.Sum(count => count.Declined)}, silent {counts.Sum(count => count.Silent)}");
        Assert.True(right >= claimed * 0.99, $"{right} of {claimed}");
        Assert.True(claimed >= 100_000 * 0.8, $"{claimed} claimed");
        // Each kind for itself: no kind hides behind the others.
        Assert.All(counts.Where(count => count.Claimed > 0), count => Assert.True(count.Right >= count.Claimed * 0.97, $"{count.Kind}: {count.Right} of {count.Claimed}: {string.Join(" | ", count.Wrong)}"));
    }
}
