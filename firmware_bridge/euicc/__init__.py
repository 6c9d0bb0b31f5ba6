"""The eUICC's language: TLV, APDUs and the ES10 functions, without lines, clocks or windows."""
