// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

/// Storage in a namespace whose slot the code computes (ERC-7201), beside an element with a constant key.
contract ComputedName {
    struct Ledger {
        mapping(address => uint256) shares;
        uint256 total;
        address admin;
    }

    bytes32 private constant PLACE = keccak256(abi.encode(uint256(keccak256("corpus.ledger")) - 1)) & ~bytes32(uint256(0xff));

    constructor() {
        ledger().admin = msg.sender;
    }

    function ledger() private pure returns (Ledger storage found) {
        bytes32 place = PLACE;
        assembly {
            found.slot := place
        }
    }

    function mint(address to, uint256 amount) external {
        require(msg.sender == ledger().admin, "not the admin");
        ledger().shares[to] += amount;
        ledger().total += amount;
    }

    function burn(uint256 amount) external {
        ledger().shares[msg.sender] -= amount;
        ledger().total -= amount;
    }

    function give(address to) external {
        require(msg.sender == ledger().admin, "not the admin");
        ledger().admin = to;
    }

    function sharesOf(address account) external view returns (uint256) {
        return ledger().shares[account];
    }

    function total() external view returns (uint256) {
        return ledger().total;
    }

    function admin() external view returns (address) {
        return ledger().admin;
    }
}
