// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Broken {
    string public name = "Vault";
    string public motto = "a text of more than one word of thirty-two bytes";
    bytes public code = hex"01ff";
    string public none;
    uint256 public pokes;

    event Renamed(string from, string to, bytes code);

    function rename(string calldata to) external {
        name = to;
        emit Renamed(name, to, code);
    }

    function poke() external {
        if (++pokes == 2) (motto, code) = ("another", hex"01");
    }

    function described() external view returns (uint256 count, string memory text) {
        return (pokes, motto);
    }
}
