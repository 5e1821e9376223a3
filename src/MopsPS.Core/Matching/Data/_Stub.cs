#pragma warning disable
using System;using System.Collections.Generic;using System.Linq;using System.Text;
namespace MopsPS.Core.Matching.Data;
internal static class Nicknames { public static bool AreRelated(string a,string b)=>false; }
internal static class Phonetics { public static string Primary(string s){ if(s.Length==0) return ""; var b=new StringBuilder(); b.Append(s[0]); char last=s[0]; for(int i=1;i<s.Length&&b.Length<4;i++){ var c=s[i]; if("aeiouyhw".IndexOf(c)>=0) {last=c;continue;} if(c=='c'||c=='q')c='k'; if(c=='z')c='s'; if(c=='d')c='t'; if(c=='v')c='f'; if(c=='m')c='n'; if(c!=last) b.Append(c); last=c;} return b.ToString(); } }
internal static class PlaceholderValues { static readonly HashSet<string> P=new(){"n a","na","none","null","unknown","test","n/a","x","xxx","tbd"}; public static bool IsPlaceholder(string k,string v)=>P.Contains(v)|| (k=="Phone"&&v.Distinct().Count()==1); }
internal static class EmailProviders { static readonly HashSet<string> F=new(){"gmail.com","yahoo.com","hotmail.com","outlook.com","aol.com","icloud.com"}; public static string CanonicalDomain(string d)=>d=="googlemail.com"?"gmail.com":d; public static bool IsFree(string d)=>F.Contains(d); public static bool IgnoresDots(string d)=>d=="gmail.com"; }
internal static class RoleMailboxes { static readonly HashSet<string> R=new(){"info","sales","support","office","admin","contact"}; public static bool IsRole(string m)=>R.Contains(m); }
internal static class LegalForms { public static IReadOnlyList<string> Strip(IReadOnlyList<string> w)=>w.Where(x=>x is not("inc" or "ltd" or "llc" or "corp" or "gmbh" or "co")).ToArray(); }
internal static class CompanyWords { public static string Canonical(string w)=>w; }
internal static class AddressWords { public static string Canonical(string w)=>w switch{"street"=>"st","avenue"=>"ave","road"=>"rd","boulevard"=>"blvd","drive"=>"dr","place"=>"pl","court"=>"ct","crescent"=>"cres","lane"=>"ln","blvd"=>"blvd",_=>w}; }
internal static class PersonTitles { public static bool IsParticle(string w)=>w is "van" or "von" or "de" or "der"; public static bool IsHonorific(string w)=>w is "mr" or "mrs" or "dr" or "ms"; public static bool IsPostNominal(string w)=>w is "phd" or "mba"; public static bool IsGenerational(string w)=>w is "jr" or "sr" or "ii" or "iii"; public static string CanonicalGeneration(string w)=>w; }
internal static class GivenNames { public static bool Contains(string n)=>false; public static double? Frequency(string n)=>null; }
internal static class Surnames { public static bool Contains(string n)=>false; public static double? Frequency(string n)=>null; }
internal static class PublicSuffixes { public static string RegistrableDomain(string h)=>h.StartsWith("www.")?h.Substring(4):h; }
