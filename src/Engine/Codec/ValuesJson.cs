using System.Text.Json.Serialization;
using Santral.Domain.Contacts;

namespace Santral.Engine.Codec;

/// <summary>Values that are serialised by themselves: what <c>Sealed</c> boxes hold.</summary>
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(PostalAddress))]
internal sealed partial class ValuesJson : JsonSerializerContext;
