// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// A share's price is wrong while ether is paid out.
contract Pool {
    mapping(address => uint256) public shares;
    uint256 public supply;
    uint256 public reserve;
    bool public entered;

    function add() external payable {
        require(!entered, "entered");
        uint256 minted = supply == 0 ? msg.value : msg.value * supply / reserve;
        shares[msg.sender] += minted;
        supply += minted;
        reserve += msg.value;
    }

    function remove(uint256 amount) external {
        require(!entered, "entered");
        entered = true;
        uint256 paid = amount * reserve / supply;
        shares[msg.sender] -= amount;
        supply -= amount;
        (bool ok,) = msg.sender.call{value: paid}("");
        require(ok, "refused");
        reserve -= paid;
        entered = false;
    }

    function price() external view returns (uint256) {
        return supply == 0 ? 1e18 : reserve * 1e18 / supply;
    }
}

/// Lends against shares, at the price that the pool says.
contract Lender {
    Pool public immutable pool;
    bool private immutable careful;
    mapping(address => uint256) public collateral;
    mapping(address => uint256) public debt;
    uint256 public totalCollateral;
    uint256 public totalDebt;

    constructor(Pool p, bool c) {
        pool = p;
        careful = c;
    }

    function post(uint128 amount) external {
        collateral[msg.sender] += amount;
        totalCollateral += amount;
    }

    function borrow(uint128 amount) external {
        require(!careful || !pool.entered(), "not now");
        debt[msg.sender] += amount;
        totalDebt += amount;
        require(debt[msg.sender] * 1e18 <= collateral[msg.sender] * pool.price(), "too much");
    }
}
